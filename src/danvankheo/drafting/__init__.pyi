from danvankheo.drafting.draft import Draft as Draft
from danvankheo.drafting.draft import Placed as Placed
from danvankheo.drafting.draft import draft_movement as draft_movement
