from danvankheo.drafting.draft import Draft as Draft
from danvankheo.drafting.draft import PlacedFact as PlacedFact
from danvankheo.drafting.draft import draft_movement as draft_movement
