/** A tracked point and how it moves, pixels: with a millimetre of lever, with a lick, with arousal. */
export interface Point {
  readonly name: string;
  readonly at: readonly [x: number, y: number];
  readonly lever?: readonly [x: number, y: number];
  readonly lick?: readonly [x: number, y: number];
  readonly arousal?: readonly [x: number, y: number];
  /** Seen only while the tongue is out. */
  readonly onlyLicking?: true;
}

/** Where the pupil rests in the eye's view, and by how many points its edge is tracked. */
export const pupilCentre = [160, 120] as const;
const edges = 30;

export const viewNames = ["body", "face", "eye"] as const;
export type ViewName = (typeof viewNames)[number];

/** One camera. */
export interface View {
  readonly description: string;
  readonly size: readonly [width: number, height: number];
  /** In the files' order of nodes. */
  readonly points: readonly Point[];
}

/** The dataset's cameras and keypoints; places and movements are assumed. */
export const views: Readonly<Record<ViewName, View>> = {
  body: {
    description: "behavioral video acquisition, view of the upper body from the bottom.",
    size: [640, 480],
    points: [
      { name: "rightpawcenter", at: [176, 310], lever: [-6, 8] },
      { name: "lickport", at: [322, 120] },
      { name: "leftpawcenter", at: [440, 318], arousal: [3, 2] },
      { name: "rightbartip", at: [145, 335], lever: [-5, 9] },
      { name: "leftbartip", at: [470, 342] },
    ],
  },
  face: {
    description: "behavioral video acquisition, view of the face on the right side.",
    size: [480, 360],
    points: [
      { name: "rightpawcenter", at: [310, 318], lever: [5, 6] },
      { name: "lickport", at: [196, 236] },
      { name: "noseroot", at: [186, 150], arousal: [0.5, 1] },
      { name: "leftpawcenter", at: [262, 330], arousal: [2, 2] },
      { name: "earroot", at: [384, 96], arousal: [1, 0.5] },
      { name: "tonguetip", at: [196, 208], lick: [-4, 12], onlyLicking: true },
      { name: "eyemedial", at: [256, 122] },
      { name: "noseright", at: [118, 244], lick: [1, 1.5], arousal: [1, 1] },
      { name: "lowerjaw", at: [236, 224], lick: [2, 8] },
      { name: "nosebottom", at: [126, 262], lick: [0.5, 1.5], arousal: [1, 1] },
      { name: "eyelateral", at: [296, 116] },
      { name: "earlateral", at: [432, 82], arousal: [2, 1] },
      { name: "nosetip", at: [109, 251], lick: [1.5, 1], arousal: [1.5, 1] },
      { name: "eartip", at: [440, 34], arousal: [2, 3] },
    ],
  },
  eye: {
    description: "behavioral video acquisition, view of the right eye.",
    size: [320, 240],
    points: [
      ...pupilPoints(3, 1),
      { name: "medialcorner", at: [74, 128] },
      ...pupilPoints(5, 10, 15, 18, 4, 12, 19, 17, 22, 21),
      { name: "lateralcorner", at: [252, 112] },
      ...pupilPoints(23, 9, 28, 26, 24, 6, 14, 7, 30, 25, 2, 13, 27, 16, 8, 29, 11, 20),
    ],
  },
};

/** Of `pupiledge07`, 7/30 of a turn; null for other points. Radians. */
export function pupilAngle(name: string): number | null {
  const number = /^pupiledge(\d\d)$/.exec(name)?.[1];
  return number === undefined ? null : (2 * Math.PI * (Number(number) - 1)) / edges;
}

function pupilPoints(...numbers: number[]): Point[] {
  return numbers.map((number) => ({
    name: `pupiledge${String(number).padStart(2, "0")}`,
    at: pupilCentre,
  }));
}
