export default { format: 1, id: 'clickmeeting', roles: [], rules: [] } as const;
