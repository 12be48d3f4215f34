import type { Diagnosis, Finding } from './examine.ts';

/** A diagnosis in plain text, as a terminal shows it. */
export function reportOf({ adapter, findings, lacks }: Diagnosis): string {
  const by = (status: Finding['status']) => findings.filter((one) => one.status === status);
  const [passed, failed, skipped] = [by('passed'), by('failed'), by('skipped')];
  return [
    `The adapter ${adapter}`,
    ...section(`Holds: ${passed.length}`, passed.map(({ name, promise }) => `✓ ${name}: it ${promise}`)), // prettier-ignore
    ...section(
      `Fails: ${failed.length}`,
      failed.flatMap(({ name, promise, reason = '' }) => [
        `✗ ${name}`,
        `    expected: it ${promise}`,
        `    got:      ${reason.replace(/\s+/g, ' ')}`,
      ]),
    ),
    ...section(`Not tried: ${skipped.length}`, skipped.map(({ name, reason = '' }) => `– ${name}: ${reason}`)), // prettier-ignore
    ...section(
      'What it has not got, and what the page shows then',
      lacks.map(({ name, shown }) => `${name.padEnd(34)} ${shown}`),
    ),
    '',
    failed.length === 0
      ? `Everything that it promises holds.`
      : `${failed.length} of its promises do not hold.`,
  ].join('\n');
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}
