/** So many minutes what somebody said can be taken back or put right, before others act on it. */
export const undoMs = 15 * 60_000;
