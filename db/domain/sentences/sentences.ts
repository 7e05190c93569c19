/** code: [中文, English]. One sentence that says what is wrong and what to do; no blame. */
export type Sentences = Readonly<Record<string, readonly [string, string]>>
