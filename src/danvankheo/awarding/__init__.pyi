from danvankheo.awarding.money import AwardLine as AwardLine
from danvankheo.awarding.money import AwardMoney as AwardMoney
from danvankheo.awarding.money import Scheme as Scheme
from danvankheo.awarding.money import award_money as award_money
from danvankheo.awarding.together import Payment as Payment
from danvankheo.awarding.together import paid_together as paid_together
