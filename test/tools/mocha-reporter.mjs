// Mocha's own short report, plus the totals for scripts/verify.mjs.
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import Mocha from 'mocha';

export default class TotalsReporter extends Mocha.reporters.Dot {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      if (!process.env.TOTALS_FILE) return;
      const { passes, failures, pending } = this.stats;
      const totals = { passed: passes, failed: failures, skipped: pending };
      writeFileSync(process.env.TOTALS_FILE, JSON.stringify(totals));
    });
  }
}
