/** How events for the host are dispatched: heard outside of shadow roots too. */
export const OUTWARD = { bubbles: true, composed: true } as const;
