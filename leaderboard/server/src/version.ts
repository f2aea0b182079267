/** Of this package. */
export const leaderboardVersion = "0.0.0";
