export default { format: 1, id: 'messaging', roles: [], rules: [] } as const;
