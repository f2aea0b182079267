import * as board from "./board.ts";
import * as challenges from "./challenges.ts";
import * as organizer from "./organizer.ts";
import * as session from "./session.ts";
import * as submissions from "./submissions.ts";
import * as system from "./system.ts";

/** Every route of the API by its name. */
export const routes = {
  listChallenges: challenges.listChallenges,
  getChallenge: challenges.getChallenge,
  getBundleFile: challenges.getBundleFile,
  getBoard: board.getBoard,
  exportBoard: board.exportBoard,
  getProgress: board.getProgress,
  getEvents: board.getEvents,
  getMe: session.getMe,
  logIn: session.logIn,
  logOut: session.logOut,
  readInvitation: session.readInvitation,
  join: session.join,
  submit: submissions.submit,
  startUpload: submissions.startUpload,
  getUpload: submissions.getUpload,
  sendPiece: submissions.sendPiece,
  finishUpload: submissions.finishUpload,
  listSubmissions: submissions.listSubmissions,
  getSubmission: submissions.getSubmission,
  getReport: submissions.getReport,
  getReceipt: submissions.getReceipt,
  downloadSubmission: submissions.downloadSubmission,
  setFinals: submissions.setFinals,
  getReceiptHead: submissions.getReceiptHead,
  createInvitation: organizer.createInvitation,
  listInvitations: organizer.listInvitations,
  revokeInvitation: organizer.revokeInvitation,
  createToken: organizer.createToken,
  listTokens: organizer.listTokens,
  revokeToken: organizer.revokeToken,
  listTeams: organizer.listTeams,
  changeTeam: organizer.changeTeam,
  freeze: organizer.freeze,
  reveal: organizer.reveal,
  announce: organizer.announce,
  listAnnouncements: organizer.listAnnouncements,
  withdrawAnnouncement: organizer.withdrawAnnouncement,
  rejudge: organizer.rejudge,
  listJudgings: organizer.listJudgings,
  getJudging: organizer.getJudging,
  applyJudging: organizer.applyJudging,
  addBaseline: organizer.addBaseline,
  retrySubmission: organizer.retrySubmission,
  exportEvent: organizer.exportEvent,
  getConsole: organizer.getConsole,
  getHealth: system.getHealth,
  getMetrics: system.getMetrics,
  getOpenApi: system.getOpenApi,
};

export type Routes = typeof routes;
export type RouteName = keyof Routes;
