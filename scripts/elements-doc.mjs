// docs/elements.md: what a host can set, hear, fill and style, element by element, from the manifest.
/** The order in which a newcomer meets them; any other element follows by name. */
const ORDER = [
  'account-scope', 'user-table', 'invite-dialog', 'user-panel', 'role-picker', 'permission-table', 'seat-meter', 'subaccount-switcher', 'subaccount-manager', 'event-access',
]; // prettier-ignore

const place = ({ tagName }) => (ORDER.includes(tagName) ? ORDER.indexOf(tagName) : ORDER.length);

/** Text that stands in a cell of a table. */
const cell = (text = '') => text.replace(/\s+/g, ' ').replace(/\|/g, '\\|').trim();
const code = (text) => (text ? `\`${cell(text)}\`` : '');
const own = (list = []) => list.filter(({ inheritedFrom }) => !inheritedFrom);

function table(title, columns, rows) {
  if (rows.length === 0) return '';
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [
    `### ${title}`,
    '',
    line(columns),
    line(columns.map(() => '---')),
    ...rows.map(line),
    '',
  ].join('\n');
}

/** Properties first by their attribute, if they have one: that is what a page of plain HTML can set. */
function properties({ members }) {
  const fields = own(members).filter(
    ({ kind, privacy, static: isStatic }) => kind === 'field' && !privacy && !isStatic,
  );
  return fields.map(({ name, attribute, type, default: initial, description, readonly }) => [
    code(name),
    attribute ? code(attribute) : '',
    code(type?.text),
    code(initial),
    cell(`${readonly ? 'Read only. ' : ''}${description ?? ''}`),
  ]);
}

function methods({ members }) {
  const found = own(members).filter(
    ({ kind, privacy, static: isStatic }) => kind === 'method' && !privacy && !isStatic,
  );
  return found
    .filter(({ description }) => description)
    .map(({ name, parameters = [], description }) => [
      code(
        `${name}(${parameters.map(({ name: parameter, optional }) => parameter + (optional ? '?' : '')).join(', ')})`,
      ),
      cell(description),
    ]);
}

const section = (element) =>
  [
    `## \`<${element.tagName}>\``,
    '',
    element.description,
    '',
    table('Properties', ['property', 'attribute', 'type', 'default', 'what'], properties(element)),
    table('Methods', ['method', 'what'], methods(element)),
    table(
      'Events',
      ['event', 'class', 'what'],
      own(element.events).map(({ name, type, description }) => [
        code(name),
        code(type?.text),
        cell(description),
      ]),
    ),
    table(
      'Slots',
      ['slot', 'what'],
      own(element.slots).map(({ name, description }) => [
        name ? code(name) : 'the default one',
        cell(description),
      ]),
    ),
    table(
      'Parts',
      ['part', 'what'],
      own(element.cssParts).map(({ name, description }) => [code(name), cell(description)]),
    ),
    table(
      'Custom properties',
      ['property', 'default', 'what'],
      own(element.cssProperties).map(({ name, default: initial, description }) => [
        code(name),
        code(initial),
        cell(description),
      ]),
    ),
  ].join('\n');

/** The page. */
export function elementsDoc(manifest) {
  const classes = manifest.modules.flatMap(({ declarations = [] }) => declarations);
  const elements = classes
    .filter(({ tagName }) => tagName)
    .sort((a, b) => place(a) - place(b) || a.tagName.localeCompare(b.tagName));
  const base = classes.find(({ name }) => name === 'KitElement');
  const shared = [
    '## What all of them have',
    '',
    table('Properties', ['property', 'attribute', 'type', 'default', 'what'], properties(base)),
    table(
      'Tokens',
      ['custom property', 'default', 'what'],
      own(base.cssProperties).map(({ name, default: initial, description }) => [
        code(name),
        code(initial),
        cell(description),
      ]),
    ),
  ];
  return [
    '# The elements',
    '',
    'Written from `custom-elements.json` by `npm run manifest`; change the docs in the sources. Parts, custom properties and events follow semantic versioning.',
    '',
    elements.map(({ tagName }) => `[\`<${tagName}>\`](#${tagName})`).join(' · '),
    '',
    ...elements.map(section),
    ...shared,
  ]
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');
}
