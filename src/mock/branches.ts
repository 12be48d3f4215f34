/** Where a business has branches. */
export const CITIES: readonly string[] = [
  'Amiens', 'Amsterdam', 'Angers', 'Antwerp', 'Athens', 'Barcelona', 'Berlin', 'Besançon', 'Bologna', 'Bordeaux', 'Bristol',
  'Brussels', 'Casablanca', 'Copenhagen', 'Dakar', 'Dijon', 'Dublin', 'Edinburgh', 'Geneva', 'Ghent', 'Grenoble', 'Hamburg',
  'Helsinki', 'İzmir', 'Kraków', 'Le Havre', 'Leeds', 'Liège', 'Lille', 'Lisbon', 'Ljubljana', 'Lyon', 'Madrid', 'Málaga',
  'Marseille', 'Milan', 'Montpellier', 'Montréal', 'Munich', 'Nantes', 'Nice', 'Orléans', 'Oslo', 'Porto', 'Prague', 'Québec',
  'Reims', 'Rennes', 'Riga', 'Rouen', 'Saint-Étienne', 'Strasbourg', 'Tallinn', 'Toulouse', 'Turin', 'Utrecht', 'Valencia',
  'Vienna', 'Vilnius', 'Warsaw', 'Zürich',
]; // prettier-ignore

/** What they are. */
export const BRANCHES: readonly string[] = [
  'Bakery', 'Bookshop', 'Café', 'Clinic', 'Customer care', 'Dental practice', 'Fitness club', 'Florist', 'Garage',
  'Garden centre', 'Hotel', 'Kitchen studio', 'Optician', 'Outlet', 'Pharmacy', 'Pop-up store', 'Showroom', 'Spa',
  'Travel agency', 'Workshop',
]; // prettier-ignore
