/** What a browser could not fetch at first, for on-demand.browser.test.ts. */
export default 'remembered';
