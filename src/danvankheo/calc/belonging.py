"""What a fact of a movement belongs to: a model, a place, a period."""

from collections.abc import Mapping

from danvankheo.calc.totals import Fact
from danvankheo.domain.contribution import Contribution
from danvankheo.domain.model import Model
from danvankheo.domain.movement import Movement
from danvankheo.domain.periods import Period
from danvankheo.domain.places import Place

Models = Mapping[str, Model]
"""The models of a movement by their ids."""


def models_by_id(movement: Movement) -> Models:
    """Return the models that contributions can go to."""
    return {model.id: model for model in movement.models if model.id}


def own_model(fact: Fact | None, models: Models) -> Model | None:
    """Return the model that a fact is, or that a contribution goes to."""
    if isinstance(fact, Model):
        return fact
    return models.get(fact.model) if isinstance(fact, Contribution) else None


def own_place(fact: Fact | None, models: Models) -> Place | None:
    """Return the place that a fact names itself, or by its model."""
    model = own_model(fact, models)
    own = getattr(fact, "place", None) or (model.place if model else None)
    return own if isinstance(own, Place) else None


def period_of(fact: Fact | None, movement: Movement) -> Period:
    """Return the period of a fact: its own, else that of the movement."""
    own = fact.when if isinstance(fact, Contribution) else getattr(fact, "period", None)
    return own if isinstance(own, Period) else movement.period
