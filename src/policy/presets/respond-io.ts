export default { format: 1, id: 'respond-io', roles: [], rules: [] } as const;
