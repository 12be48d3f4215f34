// What this server knows, and nothing else: an attribute that it does not know is refused, not dropped.
import { ScimError } from './error.mjs';

export const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

const text = (value) => typeof value === 'string' && value !== '';
const flag = (value) => typeof value === 'boolean';
const listOf = (shape) => (value) => Array.isArray(value) && value.every((one) => fits(one, shape));
const object = (shape) => (value) => fits(value, shape);

const VALUE = { value: text, display: text, primary: flag };
const TYPED = { ...VALUE, type: text };

const SHAPES = {
  User: {
    userName: text,
    name: object({ givenName: text, familyName: text, formatted: text }),
    displayName: text,
    title: text,
    active: flag,
    emails: listOf(TYPED),
    // The list of types of a role is empty: whatever it is, it is none of them.
    roles: listOf(VALUE),
    entitlements: listOf(TYPED),
    [ENTERPRISE]: object({
      department: text,
      employeeNumber: text,
      costCenter: text,
      manager: object(VALUE),
    }),
  },
  Group: { displayName: text, members: listOf({ value: text, display: text }) },
};
/** Set by the server; sent along, they are ignored. */
const OWN = ['id', 'meta', 'schemas', 'groups'];

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

function fits(value, shape) {
  return isObject(value) && Object.entries(value).every(([key, one]) => shape[key]?.(one));
}

/** @throws ScimError unless the resource is what the schema says */
export function validate(resource, kind) {
  const { schemas } = resource;
  if (!Array.isArray(schemas) || !schemas.includes(kind === 'User' ? USER : GROUP))
    throw new ScimError(400, 'invalidSyntax', 'schemas must name the schema of the resource');
  const needed = kind === 'User' ? 'userName' : 'displayName';
  if (!text(resource[needed])) throw new ScimError(400, 'invalidValue', `${needed} is required`);
  for (const [key, value] of Object.entries(resource)) {
    if (OWN.includes(key)) continue;
    const shape = Object.hasOwn(SHAPES[kind], key) ? SHAPES[kind][key] : undefined;
    if (!shape) throw new ScimError(400, 'invalidSyntax', `${key} is unknown`);
    if (!shape(value))
      throw new ScimError(400, 'invalidValue', `${key} is not as its schema has it`);
  }
}
