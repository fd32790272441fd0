from danvankheo.documents.files import load as load
from danvankheo.documents.files import save as save
from danvankheo.documents.registration import problems as problems
from danvankheo.documents.registration import register as register
from danvankheo.documents.schema import published_schema as published_schema
from danvankheo.documents.text import VERSION as VERSION
from danvankheo.documents.text import dumps as dumps
from danvankheo.documents.text import loads as loads
