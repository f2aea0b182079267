/** What is known of a sensor beyond what its file says. */
export interface SensorProfile {
  /** True unit of the values; "" for 0/1 signals and codes. */
  readonly unit: string;
}

/** Where one clock's data lie. */
export interface ClockProfile {
  /** Group whose members are the sensors. */
  readonly sensors: string;
  /** Known sensors by name; others in the group are read too, with the unit that the file gives. */
  readonly known: Readonly<Record<string, SensorProfile>>;
  /** Pose groups by view. */
  readonly keypoints: Readonly<Record<string, string>>;
  readonly pupil: { readonly diameter: string; readonly centerX: string; readonly centerY: string } | null;
  readonly trials: string;
}

/** How trial outcomes are made comparable over releases. */
export interface OutcomeProfile {
  readonly label: string;
  /** The one label that means the same everywhere. */
  readonly success: string;
  /** Column that is finite where the animal responded. */
  readonly onset: string;
}

/**
 * The facts of one published paradigm: where an NWB file of it keeps what, under which names, in which true units.
 * A paradigm in the same format is another profile and no other code.
 */
export interface Profile {
  readonly id: string;
  readonly title: string;
  /** What a session can be; a session id ends with `_` and one of them. */
  readonly sessionTypes: readonly string[];
  readonly downsampled: ClockProfile;
  readonly raw: ClockProfile;
  /** dF/F series by signal name, the default first. */
  readonly dff: Readonly<Record<string, string>>;
  readonly dffUnit: string;
  readonly regions: {
    /** Region tables by channel, the default first. */
    readonly tables: Readonly<Record<string, string>>;
    readonly name: string;
    readonly description: string;
    readonly mask: string;
  };
  /** Dataset of the atlas-to-image affine; null where the paradigm has none. */
  readonly atlasTransform: string | null;
  /** Group whose members of an image type are movies or image stacks. */
  readonly images: string;
  /** Members of `images` that are known to be movies or image stacks. */
  readonly imageNames: readonly string[];
  /** Image series by view: where keypoints keep a likelihood a video frame, its clock. */
  readonly videos: Readonly<Record<string, string>>;
  /** Keypoint names by view, in the order in which people list them. */
  readonly keypointNames: Readonly<Record<string, readonly string[]>>;
  readonly outcome: OutcomeProfile | null;
}
