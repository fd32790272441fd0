from danvankheo.reporting.report import TextTable as TextTable
