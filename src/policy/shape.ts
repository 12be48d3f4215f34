import { own } from './facts.ts';

export type Report = (path: string, message: string, value?: unknown) => void;

/** Whether a value at a path is as it should be; reports what is wrong with it. */
export type Shape = (value: unknown, path: string, report: Report) => unknown;

export type Fields = Readonly<Record<string, Shape>>;

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value instanceof Object && !Array.isArray(value);

/** What passes a test, or is one of some values, which the message lists. */
export const must =
  (what: string, test: ((value: unknown) => boolean) | readonly unknown[]): Shape =>
  (value, path, report) => {
    const isList = typeof test === 'object';
    if (isList ? test.includes(value) : test(value)) return true;
    const was = JSON.stringify(value);
    report(
      path,
      value === undefined ? 'is required'
        : isList ? `unknown ${what} ${was}; known are ${test.join(', ')}`
        : `must be ${what}, was ${was}`,
      value,
    ); // prettier-ignore
    return false;
  };

// A name that every object has (`constructor`) would be found wherever one is looked up carelessly.
export const text = must('a plain text', (one) => typeof one === 'string' && !!one && !(one in {}));
export const number = must('a number', (one) => typeof one === 'number');
export const whole = must('a whole number', (one) => Number.isInteger(one) && Number(one) >= 0);
export const scalar = must('a single value', (one) => !(one instanceof Object));

/** A list of these, at least `least` of them. */
export const list = (item: Shape, least = 0): Shape => {
  const isList = must(
    `a list of ${least} or more`,
    (value) => Array.isArray(value) && value.length >= least,
  );
  return (value, path, report) =>
    isList(value, path, report) &&
    (value as unknown[]).forEach((one, i) => item(one, `${path}[${i}]`, report));
};

const record = must('an object', isObject);

/** An object with these fields and no others; or, given one shape, of any fields that have it. */
export const object =
  (required: Fields | Shape, optional: Fields = {}, what = 'key'): Shape =>
  (value, path, report) => {
    if (!record(value, path, report)) return;
    const fields = { ...required, ...optional };
    const unknown = must(what, Object.keys(fields));
    for (const key of new Set([...Object.keys(required), ...Object.keys(value as object)])) {
      const at = path ? `${path}.${key}` : key;
      const shape = typeof required === 'function' ? required : (own(fields, key) as Shape);
      if (shape) shape(own(value, key), at, report);
      else unknown(key, at, report);
    }
  };
