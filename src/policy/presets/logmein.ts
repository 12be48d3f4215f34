export default { format: 1, id: 'logmein', roles: [], rules: [] } as const;
