/**
 * What is called otherwise here: a member who is removed keeps their user account, and an address is taken within this
 * organization alone. Refusals of the server are said by the rule that they are an instance of.
 */
export const MESSAGES = {
  en: {
    'action.user.unlink': 'Remove from the organization',
    'problem.owner/min': 'The organization needs at least one owner.',
    'problem.owner/min.next': 'Make someone else an owner first.',
    'problem.better-auth/owners-make-owners': 'Only an owner can make someone an owner.',
    'problem.better-auth/owners-touch-owners': 'Only an owner can change or remove an owner.',
    'problem.better-auth/not-pending': 'This invitation is no longer open.',
    'problem.better-auth/not-pending.next': 'Reload the list.',
    'problem.email-taken': 'This address is already a member, or invited.',
    'problem.email-taken.next': 'Look for it in the list.',
  },
  fr: {
    'action.user.unlink': 'Retirer de l’organisation',
    'problem.owner/min': 'L’organisation a besoin d’au moins un propriétaire.',
    'problem.owner/min.next': 'Nommez d’abord un autre propriétaire.',
    'problem.better-auth/owners-make-owners':
      'Seul un propriétaire peut nommer un autre propriétaire.',
    'problem.better-auth/owners-touch-owners':
      'Seul un propriétaire peut modifier ou retirer un propriétaire.',
    'problem.better-auth/not-pending': 'Cette invitation n’est plus ouverte.',
    'problem.better-auth/not-pending.next': 'Rechargez la liste.',
    'problem.email-taken': 'Cette adresse est déjà membre, ou invitée.',
    'problem.email-taken.next': 'Cherchez-la dans la liste.',
  },
} as const;
