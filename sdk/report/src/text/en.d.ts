/** Every English text of the report. It speaks of movement, and of nothing else. */
export declare const EN: {
    readonly language: "en";
    readonly title: (title: string) => string;
    readonly kicker: "Looking back on a session";
    readonly people: (count: number) => string;
    readonly length: (seconds: number) => string;
    readonly simulated: "The people in this session are simulated. Nobody moved.";
    readonly damaged: (count: number) => string;
    readonly impression: {
        readonly heading: "First, an impression";
        readonly given: "Written by the facilitator before any figure was shown.";
        readonly absent: "No impression was written down. What a room felt like is easily talked over by a picture of it: before you open the figures, take a minute and write down what stayed with you.";
        readonly lines: "What stayed with me";
        readonly folded: "Figures, folded away because no impression was given. Open them when yours is written down.";
    };
    readonly done: {
        readonly heading: "What was done";
        readonly movers: "Below the boxes: how many were moving, out of everybody who wore a band.";
    };
    readonly block: {
        readonly free: "Without a pulse";
        readonly pulse: "With a pulse";
        readonly tempo: (bpm: number) => string;
        readonly sentence: (exercise: string | undefined, theme: string | undefined, bpm: number | undefined) => string;
    };
    readonly marks: "Marked during the session";
    readonly unnamedMark: "a moment, without a word";
    readonly words: {
        readonly heading: "In their own words";
        readonly checkIn: "On coming";
        readonly checkOut: "On going";
        readonly notes: "The facilitator's notes";
    };
    readonly doing: {
        moving: string;
        finding: string;
        resting: string;
        "no-signal": string;
    };
    readonly together: {
        readonly heading: "Together";
        readonly pairHeading: "Between the two of you";
        readonly nothing: "There was no stretch in which there was enough shared movement to look at.";
        readonly tooFew: "Whether movement is shared can only be asked of two people or more.";
        readonly sentence: (judged: number, together: number, windowS: number) => string;
        readonly legend: "Each bar is one stretch of time: how alike the movements were, from 0 to 1. The dark mark is what unrelated people reach by chance in the middle of many tries; single tries scatter around it, so a bar has to stand well above it to be filled. Filled: shared more than chance would have it, by all or by some. Outlined: chance could give it as well. A dot: nothing to look at.";
        readonly table: "The same as a table";
        readonly columns: readonly ["from", "to", "finding", "how alike", "by chance", "p"];
    };
    readonly window: {
        readonly together: "shared more than chance would have it";
        readonly open: "chance could give this as well";
    };
    readonly verdict: {
        "in-sync": string;
        "not-in-sync": string;
        undecided: string;
        withheld: string;
    };
    readonly moments: {
        readonly heading: "Moments worth looking at";
        readonly none: "No moment stood out from chance. There may have been some all the same: the people who were there know.";
        readonly rate: (tests: number, found: number, rate: number) => string;
        readonly kind: {
            "came-together": string;
            "own-rhythm": string;
            "together-again": string;
            led: string;
            rested: string;
        };
        readonly ask: {
            "came-together": string;
            "own-rhythm": string;
            "together-again": string;
            led: string;
            rested: string;
        };
        readonly during: (what: string) => string;
    };
    readonly prompts: {
        readonly heading: "To talk about";
        readonly always: readonly ["Which moment stayed with you, and does it show here at all?", "Was there a moment in which you noticed somebody else's movement in your own?", "What was it like to have a rhythm of your own beside the others?", "What would you like to come back to?"];
        readonly resting: "What did resting give you, or the others?";
        readonly again: "You came together, went apart and met again: what helped?";
    };
    readonly reading: {
        readonly heading: "How to read this, and what it cannot say";
        readonly points: readonly ["A wristband feels how one arm moves, and nothing else. Movement of the legs, the voice, a look, stillness that is full of attention: none of it is in here.", "Moving together is described, not valued. Resting and having one's own rhythm are ways of taking part.", "People who merely move at the same tempo look alike for a while. That is why each bar has the mark that chance reaches, and why short stretches often cannot be told.", "'Cannot be told' does not mean 'not together'.", "When everybody follows the same pulse, they move alike without needing one another. This report does not tell the two apart.", "How a band sits on an arm, and a different way of moving, shift what is measured by fractions of a second.", "It says nothing about anybody's health, feelings, skill or effort, nor whether a session did anybody good."];
        readonly noScores: "This version was made without scores: what was done, who moved when, and what was said.";
    };
    readonly figures: {
        readonly timeline: "The session over time";
        readonly timelineSays: (blocks: number, durationS: number) => string;
        readonly together: "How alike the movements were";
        readonly togetherSays: (windows: number, together: number, windowS: number) => string;
        readonly person: (name: string) => string;
        readonly personSays: "When this person moved and rested, and the tempo of their movement beside that of the pulse.";
    };
    readonly person: {
        readonly kicker: "A page of one's own";
        readonly did: (movingS: number, restingS: number) => string;
        readonly pulse: (withS: number, knownS: number) => string;
        readonly tempo: (low: number, high: number) => string;
        readonly legend: "Line: your own tempo, in movements a minute. Dashed: the pulse. Bar: moving, finding a rhythm, resting.";
        readonly memory: "What I remember";
    };
    readonly made: (software: string, engine: string) => string;
};
//# sourceMappingURL=en.d.ts.map