/** What a command ends with: done, problems found, or called wrongly. */
export const EXIT = { ok: 0, problems: 1, usage: 2 } as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];
