/**
 * The leaderboard's server and its scoring workers. For Node.
 */
export {};
