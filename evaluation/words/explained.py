"""How we know, in plain words: what the strengths, the checks and the outcomes mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from evaluation.learning.links import LinkState
from evaluation.model.codes import Finds, Grade

COMPARING: Final = (
    (
        "Before and after alone can mislead. Figures go up and down by themselves, something may change "
        "everywhere at once, and places that do badly tend to improve anyway."
    ),
    (
        "So we look at two kinds of places. Test areas try the prototype; comparison areas do not. We take how "
        "the comparison areas changed as what we would expect without the prototype, and ask how far the test "
        "areas changed from that."
    ),
    (
        "Each area counts as one piece of evidence, however many children live there. The likely range says how "
        "far the true difference may be from our figure: with fewer areas, or areas that differ more from each "
        "other, it is wider."
    ),
    (
        "How the comparison is made is written in the plan before the figures arrive. A result is kept as it was "
        "worked out; new figures make a new result and leave the old one as it was."
    ),
)
STRENGTHS: Final[Mapping[Grade, str]] = {
    Grade.A: (
        "Two or more test areas, at least eight to compare with, enough figures from before, and nothing we checked "
        "speaks against it. It is still not proof: other things may have changed in the test areas at the same time."
    ),
    Grade.B: (
        "A good comparison with one weakness: only one test area, few figures from before, or one check that "
        "did not come out well."
    ),
    Grade.C: (
        "There is something to compare with, but few areas, or a check that should worry us. "
        "Good enough to ask why; not enough to decide on alone."
    ),
    Grade.D: "The figures say what happened, and not why. No claim can be made that the prototype did it.",
}
CHECKS: Final[Mapping[str, str]] = {
    "earlier-trends": (
        "If test and comparison areas were already drifting apart before the start, a difference afterwards may "
        "have been on its way without the prototype."
    ),
    "sensitivity": (
        "Areas drift apart and back all the time. We look at how far they ever moved apart from one figure to the "
        "next before the start, and ask how many times that it would take, every time and in the same direction, to "
        "explain the difference without the prototype. Small steps add up: the more figures there are, the "
        "smaller this number."
    ),
    "placebo-in-time": (
        "We pretend the prototype began on earlier dates, when there was nothing to find. "
        "Where the same areas show a difference then, one now means little."
    ),
    "placebo-in-space": (
        "We pretend in turn that each comparison area had tried the prototype. Where several of them changed as "
        "much, our result may be usual ups and downs."
    ),
    "leave-one-out": (
        "We work it out again without each area in turn. Where the result goes, or halves, it rests on one area."
    ),
    "small-numbers": "Where few are counted, a handful of families more or less can move the figure.",
    "scale": (
        "From 2 to 4 is two more, and twice as many. A result to lean on says the same whichever way it is measured."
    ),
    "volatility": "Where the test areas jump about more than the others, a big change there means less.",
    "regression-to-the-mean": (
        "Places chosen because they stood far below the others tend to move back, with or without a prototype. "
        "How far, the comparison areas show us."
    ),
    "ceiling": "Where nearly all, or nearly none, are counted already, there is little room for a change to show.",
    "events": (
        "What happens everywhere, the comparison takes out. A clinic that closes in a test area, it cannot tell "
        "apart from the prototype."
    ),
    "contamination": (
        "Shared staff, families from next door or another project can bring something alike to comparison areas. "
        "Then the prototype looks smaller than it is."
    ),
    "boundary": (
        "Where a boundary moves, or many more or fewer are counted than before, figures may be about other people."
    ),
    "break-in-definition": "Where the way of counting changes, earlier and later figures measure different things.",
    "overlapping-periods": (
        "Three-year averages share years with each other. They look steadier than they are, and count people twice."
    ),
    "gaps-in-time": (
        "Where years are missing everywhere, something stopped the counting, and may have changed what is counted."
    ),
}
OUTSIDE_SCALES: Final[tuple[tuple[str, str, str], ...]] = (
    (
        "Maryland scientific methods scale, 1 to 5",
        (
            "How far the way of comparing rules out other reasons. Before and after alone is 1; a comparison over time "
            "is 3 at most; drawing lots for who goes first is one more."
        ),
        (
            "Sherman and others (1997), Preventing crime; What Works Centre for Local Economic Growth (2016), "
            "Guide to scoring evidence"
        ),
    ),
    (
        "Nesta standards of evidence, 1 to 5",
        (
            "1: you can say what you do and why. 2: figures show an improvement, but not its cause. 3: a comparison "
            "shows it. 4 and 5 ask for the same result elsewhere, so one comparison cannot reach them."
        ),
        "Puttick and Ludlow (2013), Standards of evidence, Nesta",
    ),
    (
        "Early Intervention Foundation, NL2 to 4",
        (
            "NL2: not yet level 2. 2: first signs of an improvement for children. 3: a sound comparison shows one. 4 "
            "asks for several, one of them a year later. NE: a sound comparison shows the opposite."
        ),
        "Asmussen and others (2016), Foundations for life, Early Intervention Foundation",
    ),
)
OUTCOMES: Final[tuple[tuple[str, str, Finds], ...]] = (
    (
        "A difference",
        "The whole likely range lies on one side of no difference. Where that is the worse side, we say so first.",
        Finds.DIFFERENCE,
    ),
    (
        "No sign of a worthwhile change",
        "The likely range leaves no room for the change the group said would be worth having. This is an answer.",
        Finds.NO_WORTHWHILE_CHANGE,
    ),
    (
        "The figures do not settle it",
        "The likely range holds both no difference and a worthwhile one. It does not mean that nothing happened.",
        Finds.NOT_SETTLED,
    ),
    (
        "Not enough areas to tell",
        "Too few areas tried it, or too few are there to compare with.",
        Finds.NOT_ENOUGH_AREAS,
    ),
)
WEIGHING: Final = (
    (
        "A step of how we think it works starts as sure as its team said it was. Everything that speaks for it or "
        "against it moves that, by the same amount either way: to find that we were wrong counts as much as to find "
        "that we were right."
    ),
    (
        "How far it moves is in the table; what is on one side is multiplied. Everything of one strength weighs, "
        "together, no more than one of the next, and results no more than two: a hundred accounts never weigh as much "
        "as one count. What is said twice of one note counts once. "
        "A result counts as strong as it was when it was worked out, and one that does not settle it counts for "
        "nothing. A corrected note goes on counting; one whose text was taken out does not."
    ),
    (
        "A result speaks for a step where it shows a difference for the better, and against it where the difference is "
        "for the worse or leaves no room for the change that was hoped for. Where neither way is better, whoever "
        "weighs it says which way it speaks; so too where no change is seen in something that was only watched so "
        "that it does not get worse. To count a result the other way, or one that is no longer the latest on its "
        "measure, takes a reason, which stays beside it. Of several on one measure that are named for a step only the "
        "latest counts, for it has seen all that the earlier ones had. A result that an answer rests on counts "
        "on no side but its own. Invented figures say nothing about a programme that is real."
    ),
    (
        "What was said can be taken back, with a reason, by whoever said it or an evaluator. It stays to be seen and "
        "counts no more from that day on, as if it had never been said. To think so again takes saying it anew."
    ),
)
# What each state says, in the words that stand on the picture.
STATES: Final[Mapping[LinkState, str]] = {
    LinkState.SUPPORTED: (
        "What speaks for it is ahead by 3 to 1 or more, and still is when we add how sure we were at the start."
    ),
    LinkState.REFUTED: ("The same the other way round. The chain breaks here, and everything after it hangs on that."),
    LinkState.CONTESTED: (
        "Something speaks for it and something against, and neither is that far ahead; or what we saw speaks against "
        "what we thought at the start, and is not strong enough to turn it."
    ),
    LinkState.UNTESTED: (
        "Nothing speaks for or against it, or too little to mention. Of these, what we are least sure of is what to "
        "test next; of equals, the one most hangs on."
    ),
}
WEIGHING_SOURCE: Final = (
    "The four numbers are our choice on the scale of Kass and Raftery (1995), Bayes factors, section 3.2: below 3 to 1 "
    "is not worth more than a bare mention, from 3 it speaks, from 20 it speaks strongly. The sum is that of Good "
    "(1950), Probability and the weighing of evidence."
)
HIDDEN_FIGURES: Final = (
    "Where a figure is about so few people that a family might be recognised, it is hidden: on the page, in the "
    "charts and in what you download, and with it any other figure that would give it away. Hidden does not mean "
    "zero, and a gap in a line is a gap, never a guess."
)
LEARNING: Final = (
    "Notes and answers are what people saw and made of it. They can change our mind about how a prototype works. "
    "A note says who wrote it and when; a decision says on which notes and results it rests."
)
GUESSES: Final = (
    (
        "Before a period begins, anybody in the programme may guess what its figures will say, and say in one of five "
        "words how likely that is. The guess is kept as it was made, and the figures settle it: nobody does by hand, "
        "not even whoever made it. Where the figures are hidden to protect privacy, nothing is said of it either."
    ),
    (
        "The score is the mean of (chance - outcome) squared: 0 is always right and sure, 1 always "
        "wrong and sure, and 0.25 is what tossing a coin gives. Its likely range follows from how often each word "
        "came true. Guesses about the same figure turn out together, so they count as one there, however many made "
        "them. It is shown for the whole programme, once settled guesses of three people are about ten different "
        "figures. How a person's own guesses turned out is shown to that person alone."
    ),
    (
        "Where the way of counting changes, or the boundary of a test area moves, between a guess and the end of the "
        "period it is about, it was about a figure that never came: it is neither right nor wrong, and says so."
    ),
)
GUESSES_SOURCE: Final = (
    "The words have the meaning the Intergovernmental Panel on Climate Change gave them (Mastrandrea and others 2010): "
    "very unlikely 0% to 10%, unlikely 0% to 33%, about as likely as not 33% to 66%, likely 66% to 100%, "
    "very likely 90% to 100%. Each stands for one chance within its range."
)
SIGNS: Final = (
    "These signs, and the one response to each, are agreed for everyone whatever their role. "
    "This page is for reading. Do not report a concern about a child here: follow your safeguarding procedure."
)
ALTERED: Final = (
    "Everything written or brought in here is kept in order, and each row is tied to the one before it. "
    "This walks through all of it and says whether anything was altered outside this tool. "
    "Put the line it ends with in the minutes: whoever holds it can check later that nothing before it was changed."
)
