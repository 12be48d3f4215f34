import type { Message } from '../message.ts';

/**
 * English of what can be done to a paid sub-account in `<subaccount-manager>`: menus, forms, prices. Fetched with them, on
 * demand; they call `addEnglish` with it.
 */
const acts = {
  'action.subaccount.enter': 'Enter',
  'action.subaccount.resize': 'Change the size',
  'action.subaccount.reassign': 'Give it to someone else',
  'action.subaccount.cancel': 'Cancel the sub-account',
  'action.subaccount.delete': 'Delete',
  'action.subaccount.resend-activation': 'Resend the activation email',
  'action.subaccount.buy': 'Buy slots',
  'action.subaccount.buy-addon': 'Add-ons of its own',
  'action.subaccount.change-plan': 'A plan of its own',
  'acts.edit': 'Edit details',
  'acts.leave': 'Back to all sub-accounts',
  'acts.nested': 'Sub-accounts of its own',

  // The forms.
  'field.pageName': 'Page name',
  'field.userName': 'User name',
  'field.size': 'Size',
  'acts.edit.title': 'Details of {name}',
  'acts.resize.title': 'Size of {name}',
  'acts.reassign.title': 'Give {name} to someone else',
  'acts.create': 'Create',
  'acts.save': 'Save',
  'acts.missing': '{field} is missing.',
  'acts.refused': 'The server did not accept this.',
  'acts.happens': 'What happens',
  'acts.limits': 'What a sub-account cannot have',
  'acts.size.same': 'It has this size already.',
  'acts.slots': { one: '{count} slot is free.', other: '{count} slots are free.' },
  'acts.slots.none':
    'No slot is free. Buy one, then create the sub-account: what you typed stays here.',
  'acts.slots.bought': {
    one: '{count} slot was bought. Create the sub-account now.',
    other: '{count} slots were bought. Create the sub-account now.',
  },
  'acts.step': 'Step {step} of {total}',
  'acts.reassign.first': 'The present user is deleted',
  'acts.reassign.first.who': 'The present user is deleted: {who}',
  'acts.reassign.final': 'Their data is erased. This first part is final: nobody can undo it.',
  'acts.reassign.second': 'A new user gets the sub-account',
  'acts.reassign.new': 'They get an activation email, and the size and the page stay.',
  'acts.reassign.do': 'Delete and give it to the new user',

  // Buying.
  'acts.count': 'How many',
  'acts.buy': { one: 'Buy {count} slot', other: 'Buy {count} slots' },
  'acts.buyAgain': {
    one: 'Buy {count} slot at this price',
    other: 'Buy {count} slots at this price',
  },
  'acts.bought': { one: '{count} slot was bought.', other: '{count} slots were bought.' },
  'price.now': 'Now',
  'price.until': '{amount} for the time until {date}',
  'price.next': 'Next charge',
  'price.at': '{amount} on {date}',
  'price.every.month': '{amount} on {date}, then every month',
  'price.every.year': '{amount} on {date}, then every year',
  'price.reading': 'Asking for the price…',
  'price.untold': 'What it costs is not told here.',
  'price.failed': 'The price could not be read.',
  'price.changed': 'The price has changed, and nothing was done. This is the new one.',
  'price.billed': 'It goes on the bill of the account; this page charges nothing.',

  // What became of it.
  'acts.entered': 'This page is about {name} now.',
  'acts.left': 'This page is about all sub-accounts again.',
  'acts.saved': 'The details of “{name}” were saved.',
  'acts.resized': '“{name}” has another size now: {size}.',
  'acts.reassigned': '“{name}” awaits {who}.',
  'acts.cancelled': '“{name}” was cancelled.',
  'acts.cancelledUntil': '“{name}” was cancelled, and stays active until {date}.',
  'acts.deleted': '“{name}” was deleted.',
  'acts.resent': 'The activation email of “{name}” was sent again.',
  'acts.notDone': '{action}: not done for “{name}”.',
  'acts.cancel.until': 'It stays active until {date}. After that it is neither active nor billed.',
  'problem.has-ended': 'This sub-account has ended in the meantime.',
  'problem.has-ended.next': 'Nothing was changed. It can only be deleted now.',
  'problem.is-ending': 'This sub-account was cancelled already.',
  'problem.is-ending.next': 'It stays active until the end of the period that was paid for.',
  'problem.not-awaiting': 'This sub-account was activated in the meantime.',
  'problem.not-awaiting.next': 'No other email is needed.',
  'problem.has-subaccounts': 'Others hang below this one.',
  'problem.has-subaccounts.next': 'Delete those first.',
  'problem.price-changed': 'The price has changed, and nothing was done.',
  'problem.price-changed.next': 'Look at the new one, then decide.',
  'problem.preview-outdated': 'The price was shown too long ago, and nothing was done.',
  'problem.preview-outdated.next': 'Look at it as it is now, then decide.',
} as const satisfies Readonly<Record<string, Message>>;

export default acts;
