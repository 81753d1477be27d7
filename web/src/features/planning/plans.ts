/** The ways to look at a board by date; the words of the address (`?plan=weeks`). Without one it is the workflow. Small: part of the board's own script. */
export const PLANS = ["days", "weeks", "months", "calendar", "timeline"] as const;
export type Plan = (typeof PLANS)[number];
/** Those with columns by date. */
export type LanePlan = Extract<Plan, "days" | "weeks" | "months">;

export const planOf = (word: string | null): Plan | null => PLANS.find((plan) => plan === word) ?? null;
