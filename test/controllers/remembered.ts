/** What a browser could not fetch at first, for on-demand.test.ts. */
export default 'remembered';
