/** How a region answers a lever pull: dF/F at the onset of the pull, dF/F later, and when that is reached. */
export interface PullResponse {
  readonly step: number;
  readonly late: number;
  readonly lateSeconds: number;
}

/** One of the 22 areas that each hemisphere has. */
export interface Area {
  readonly name: string;
  readonly description: string;
  readonly pull: PullResponse;
  /** Place on our stylised dorsal cortex: distance from the midline (1: the rim) and from the front (1: the back). */
  readonly place: readonly [lateral: number, back: number];
}

/**
 * The dataset's areas in its order. Pull responses: read off the dataset's published averages of cued pulls, one mouse
 * and day. Places: drawn by us after the usual dorsal view, for pictures and masks, not for anatomy.
 */
export const areas: readonly Area[] = [
  area("AUDp", "Primary auditory area", [0.012, 0.018, 0.6], [0.9, 0.6]),
  area("AUDs", "Secondary auditory areas (part of auditory areas)", [0.022, 0.028, 0.6], [0.84, 0.68]),
  area("MOp", "Primary motor area", [0.064, 0.066, 0.6], [0.4, 0.34]),
  area("MOs", "Secondary motor area", [0.06, 0.03, 0.5], [0.17, 0.31]),
  area("OB", "Main olfactory bulb", [0.018, 0.005, 0.3], [0.17, 0.09]),
  area("RSPagl", "Retrosplenial area, lateral agranular part", [0.065, 0.092, 0.6], [0.18, 0.72]),
  area("RSPd", "Retrosplenial area, dorsal part", [0.065, 0.075, 0.6], [0.07, 0.76]),
  area("SSp_bfd", "Primary somatosensory area, barrel field", [0.06, 0.075, 0.2], [0.7, 0.53]),
  area("SSp_ll", "Primary somatosensory area, lower limb", [0.083, 0.135, 0.75], [0.3, 0.47]),
  area("SSp_m", "Primary somatosensory area, mouth", [0.045, 0.05, 0.7], [0.66, 0.34]),
  area("SSp_n", "Primary somatosensory area, nose", [0.055, 0.072, 0.45], [0.72, 0.43]),
  area("SSp_tr", "Primary somatosensory area, trunk", [0.078, 0.142, 0.7], [0.3, 0.57]),
  area("SSp_ul", "Primary somatosensory area, upper limb", [0.083, 0.115, 0.75], [0.48, 0.44]),
  area("SSp_un", "Primary somatosensory area, unassigned", [0.078, 0.1, 0.65], [0.5, 0.53]),
  area("SSs", "Supplemental somatosensory area", [0.025, 0.03, 0.2], [0.88, 0.47]),
  area("VISa", "Posterior parietal association areas, anterior area", [0.07, 0.11, 0.65], [0.4, 0.64]),
  area("VISal", "Anterolateral visual area", [0.04, 0.058, 0.6], [0.7, 0.69]),
  area("VISam", "Anteromedial visual area", [0.058, 0.085, 0.65], [0.3, 0.7]),
  area("VISl", "Lateral visual area", [0.018, 0.03, 0.65], [0.71, 0.78]),
  area("VISp", "Primary visual area", [0.043, 0.076, 0.65], [0.5, 0.82]),
  area("VISpm", "Posteromedial visual area", [0.048, 0.073, 0.65], [0.3, 0.8]),
  area(
    "VISrl",
    "Posterior parietal association areas, rostrolateral visual area",
    [0.058, 0.076, 0.6],
    [0.56, 0.64],
  ),
];

export const hemispheres = ["left", "right"] as const;
export type Hemisphere = (typeof hemispheres)[number];

/** The 44 regions in the files' order: all of the left hemisphere, then all of the right. */
export const regions: readonly { name: string; description: string; area: Area; hemisphere: Hemisphere }[] =
  hemispheres.flatMap((hemisphere) =>
    areas.map((area) => ({
      name: `${area.name}_${hemisphere.charAt(0)}`,
      description: `${area.description}, ${hemisphere} hemisphere`,
      area,
      hemisphere,
    })),
  );

function area(
  name: string,
  description: string,
  [step, late, lateSeconds]: readonly [number, number, number],
  place: readonly [number, number],
): Area {
  return { name, description, pull: { step, late, lateSeconds }, place };
}
