import { z } from "zod";
import { defineRoute } from "./route.ts";
import { id, moment, typedName } from "./words.ts";

export const team = z.object({ id, name: z.string() });

/** Who the request is from. */
export const me = z.discriminatedUnion("role", [
  z.object({ role: z.literal("organizer"), label: z.string(), expiresAt: moment }),
  z.object({ role: z.literal("team"), team, label: z.string(), expiresAt: moment }),
]);

/** A token is shown once, when it is made; afterwards only its SHA-256 is known. */
export const newToken = z.object({ id, token: z.string(), expiresAt: moment });

export const getMe = defineRoute({
  method: "GET",
  path: "/api/me",
  summary: "Who this token or cookie belongs to",
  tag: "session",
  access: "member",
  response: me,
});

export const logIn = defineRoute({
  method: "POST",
  path: "/api/session",
  summary: "A token for a cookie session (HttpOnly, SameSite=Strict), for browsers",
  tag: "session",
  access: "anyone",
  body: z.strictObject({ token: z.string().max(200) }),
  response: me,
  errors: ["LEADERBOARD_TOKEN", "LEADERBOARD_RATE"],
});

export const logOut = defineRoute({
  method: "DELETE",
  path: "/api/session",
  summary: "Ends the cookie session",
  tag: "session",
  access: "anyone",
  status: 204,
});

/** What an invitation leads to, before it is used. */
export const invitationView = z.object({
  /** The team that one would join; null: a new one is made. */
  team: team.nullable(),
  expiresAt: moment,
});

export const readInvitation = defineRoute({
  method: "POST",
  path: "/api/invitations/look",
  summary: "What an invitation's code leads to; the code is in the link after #, which browsers do not send",
  tag: "session",
  access: "anyone",
  body: z.strictObject({ code: z.string().max(200) }),
  response: invitationView,
  errors: ["LEADERBOARD_INVITATION"],
});

export const join = defineRoute({
  method: "POST",
  path: "/api/join",
  summary: "Makes a team, or joins one, by an invitation; gives the team's token and a cookie session",
  tag: "session",
  access: "anyone",
  body: z.strictObject({
    code: z.string().max(200),
    /** Of the new team; left out where the invitation is to a team. */
    name: typedName.optional(),
    /** Whose token it is: "Aki's laptop". */
    label: typedName.default(""),
  }),
  status: 201,
  response: z.object({ team, token: newToken }),
  errors: ["LEADERBOARD_INVITATION", "LEADERBOARD_NAME", "LEADERBOARD_NAME_TAKEN"],
});

export type Me = z.infer<typeof me>;
export type Team = z.infer<typeof team>;
export type NewToken = z.infer<typeof newToken>;
export type InvitationView = z.infer<typeof invitationView>;
