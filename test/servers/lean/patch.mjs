// PATCH as a strict server does it: what RFC 7644 allows it to refuse is refused.
import { ScimError } from './error.mjs';
import { ENTERPRISE, GROUP, validate } from './schema.mjs';

const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** `name.givenName`, `active`, `urn:…:User:department`: where it is, as keys. */
function keysOf(path) {
  if (path.includes('['))
    throw new ScimError(
      400,
      'invalidPath',
      'Value filters are not supported: replace the whole attribute',
    );
  if (path.startsWith(`${ENTERPRISE}:`)) return [ENTERPRISE, path.slice(ENTERPRISE.length + 1)];
  if (path.startsWith('urn:')) throw new ScimError(400, 'invalidPath', `${path} is unknown`);
  return path.split('.');
}

function setAt(resource, keys, value) {
  const [last] = keys.slice(-1);
  let at = resource;
  for (const key of keys.slice(0, -1)) at = at[key] ??= {};
  if (value === undefined) delete at[last];
  else at[last] = value;
}

/** The resource as it is after the operations, or a refusal and nothing of it. */
export function patched(resource, body) {
  if (!Array.isArray(body?.schemas) || !body.schemas.includes(PATCH_OP))
    throw new ScimError(400, 'invalidSyntax', 'schemas must name PatchOp');
  if (!Array.isArray(body.Operations) || body.Operations.length === 0)
    throw new ScimError(400, 'invalidSyntax', 'Operations must be a list');
  const after = structuredClone(resource);
  for (const { op, path, value } of body.Operations) {
    if (!['add', 'replace', 'remove'].includes(op))
      throw new ScimError(400, 'invalidSyntax', `op ${op} is none`);
    if (typeof path !== 'string') throw new ScimError(400, 'invalidPath', 'path is required');
    const keys = keysOf(path);
    if (op !== 'remove' && value === undefined)
      throw new ScimError(400, 'invalidValue', `${path} needs a value`);
    if (op === 'add' && Array.isArray(value)) after[path] = [...(after[path] ?? []), ...value];
    else setAt(after, keys, op === 'remove' ? undefined : value);
    if (keys[0] === ENTERPRISE && !after.schemas.includes(ENTERPRISE))
      after.schemas = [...after.schemas, ENTERPRISE];
  }
  validate(after, after.schemas.includes(GROUP) ? 'Group' : 'User');
  return after;
}
