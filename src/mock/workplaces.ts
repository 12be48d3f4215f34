/** Departments with the jobs in them, and how much of a company each is. */
export const DEPARTMENTS: readonly (readonly [weight: number, department: { readonly name: string; readonly jobs: readonly string[] }])[] = [
  [18, { name: 'Engineering', jobs: ['Software Engineer', 'Senior Software Engineer', 'Staff Engineer', 'Engineering Manager', 'Site Reliability Engineer', 'QA Engineer'] }],
  [12, { name: 'Customer Success', jobs: ['Customer Success Manager', 'Onboarding Specialist', 'Support Engineer', 'Support Agent'] }],
  [12, { name: 'Ventes', jobs: ['Responsable de clientèle', 'Responsable grands comptes', 'Account Executive', 'Sales Engineer'] }],
  [8, { name: 'Marketing', jobs: ['Content Strategist', 'Growth Marketer', 'Brand Manager', 'Responsable de campagne'] }],
  [8, { name: 'Opérations', jobs: ['Responsable logistique', 'Operations Analyst', 'Planner', 'Responsable d’équipe'] }],
  [7, { name: 'Finance', jobs: ['Comptable', 'Financial Controller', 'Accounts Payable Specialist', 'Auditor'] }],
  [6, { name: 'Product', jobs: ['Product Manager', 'Product Owner', 'Business Analyst'] }],
  [5, { name: 'Design', jobs: ['Product Designer', 'UX Researcher', 'Design Lead'] }],
  [5, { name: 'Ressources humaines', jobs: ['Recruiter', 'HR Business Partner', 'Gestionnaire de paie'] }],
  [5, { name: 'Data & Analytics', jobs: ['Data Engineer', 'Data Scientist', 'Analytics Lead'] }],
  [4, { name: 'Qualité', jobs: ['Responsable qualité', 'Analyste qualité'] }],
  [3, { name: 'Legal', jobs: ['Legal Counsel', 'Juriste', 'Contract Manager'] }],
  [3, { name: 'IT & Security', jobs: ['IT Administrator', 'Security Analyst', 'Helpdesk Technician'] }],
  [2, { name: 'Études & conseil', jobs: ['Analyste d’études', 'Responsable de mission'] }],
  [1, { name: 'Direction générale', jobs: ['Secrétaire général', 'Chief of Staff', 'Executive Assistant'] }],
]; // prettier-ignore

export const LOCATIONS: readonly (readonly [weight: number, location: string])[] = [
  [26, 'Paris'], [10, 'Lyon'], [7, 'Nantes'], [6, 'Montréal'], [5, 'Toulouse'], [4, 'Lille'], [3, 'Saint-Étienne'], [6, 'London'],
  [4, 'Dublin'], [6, 'Berlin'], [3, 'München'], [3, 'Zürich'], [4, 'Madrid'], [3, 'Málaga'], [3, 'Milano'], [2, 'São Paulo'],
  [3, 'Kraków'], [2, 'Malmö'], [2, 'İstanbul'], [2, 'Casablanca'], [2, 'Singapore'], [2, 'Tokyo'], [1, 'Hồ Chí Minh'], [1, 'Remote'],
]; // prettier-ignore

/** The company's own domains, most used first; reserved names, so that no mail can ever reach anyone. */
export const DOMAINS: readonly (readonly [weight: number, domain: string])[] = [
  [88, 'lumiere.example'], [5, 'lumiere-group.example'], [7, 'ateliers-lumiere.example'],
]; // prettier-ignore

/** Where invited people from outside write from. */
export const GUEST_DOMAINS = [
  'courrier.example',
  'mailbox.example',
  'freelance.example',
  'bücher.example',
];

/** The one of them whose people join the account by themselves (ZM-24). */
export const VIA_DOMAIN = 'lumiere-group.example';
