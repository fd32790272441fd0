from danvankheo.scanning.data import fact_data as fact_data
from danvankheo.scanning.facts import Fact as Fact
from danvankheo.scanning.facts import FactKind as FactKind
from danvankheo.scanning.facts import LocalArea as LocalArea
from danvankheo.scanning.facts import Mark as Mark
from danvankheo.scanning.facts import OrderOfMagnitude as OrderOfMagnitude
from danvankheo.scanning.facts import Role as Role
from danvankheo.scanning.scanner import scan as scan
