import { dataset, group, softLink, type Hdf5Group, type Hdf5Node } from "@braidyn/nwb/write";
import type { SimulatedSession } from "../session.ts";
import { ageAt, subjectOf } from "../subjects.ts";
import type { NwbMaker } from "./nwb.ts";

const microscope = "/general/devices/Widefield_microscope";
export const camera = "/general/devices/Behavior_camera";

/** Where the imaging planes stand in a file. */
export const planes = {
  blue: "/general/optophysiology/ImagingPlane_blue",
  UV: "/general/optophysiology/ImagingPlane_UV",
} as const;

/** `/general`: who, what and with what. */
export function general(make: NwbMaker, session: SimulatedSession): Hdf5Group {
  const { subject, date, type } = session.id;
  return group(
    {},
    {
      devices: group(
        {},
        {
          Behavior_camera: make.group("Device", {
            description: "machine-vision cameras, triggered at 100 Hz",
            manufacturer: "FLIR",
          }),
          Widefield_microscope: make.group("Device", {
            description: "one-photon macro-zoom microscope with a sCMOS camera",
            manufacturer: "Olympus/Hamamatsu",
          }),
        },
      ),
      experimenter: dataset(["Simulator, BraiDyn"]),
      institution: dataset("none: simulated"),
      lab: dataset("@braidyn/simulator"),
      notes: dataset(
        "Simulated by @braidyn/simulator in the layout of DANDI:001425; not a recording of an animal.",
      ),
      optophysiology: group(
        {},
        {
          ImagingPlane_blue: plane(make, "frames with 473 nm excitation", 473, filter(make)),
          ImagingPlane_UV: plane(
            make,
            "frames with 405 nm excitation",
            405,
            softLink(`${planes.blue}/LongpassFilter`),
          ),
        },
      ),
      session_id: dataset(`${subject}_${date}_${type}`),
      subject: subjectGroup(make, session),
    },
  );
}

function subjectGroup(make: NwbMaker, { id, options }: SimulatedSession): Hdf5Group {
  const subject = subjectOf(options.seed, options.mouse);
  return make.group(
    "Subject",
    {},
    {
      age: dataset(ageAt(subject.dateOfBirth, id.date), { attributes: { reference: "birth" } }),
      date_of_birth: dataset(`${subject.dateOfBirth}T00:00:00+09:00`, { ascii: true }),
      description: dataset("a double-transgenic mouse expressing GCaMP6s in cortical excitatory neurons"),
      genotype: dataset("VGluT1-Cre; Ai162 (TIT2L-GC6s-ICL-tTA2)-D"),
      sex: dataset(subject.sex),
      species: dataset("Mus musculus"),
      strain: dataset("C57BL/6J"),
      subject_id: dataset(subject.id),
      weight: dataset(subject.weight),
    },
  );
}

function filter(make: NwbMaker): Hdf5Group {
  return make.group(
    "OpticalChannel",
    {},
    {
      description: dataset("535 nm long-pass filtered fluorescence"),
      emission_lambda: dataset(530),
    },
  );
}

function plane(make: NwbMaker, description: string, nanometres: number, longpass: Hdf5Node): Hdf5Group {
  return make.group(
    "ImagingPlane",
    {},
    {
      LongpassFilter: longpass,
      description: dataset(description),
      device: softLink(microscope),
      excitation_lambda: dataset(nanometres),
      grid_spacing: dataset(Float64Array.of(38, 38), { attributes: { unit: "micrometers" } }),
      imaging_rate: dataset(30),
      indicator: dataset("GCaMP6s"),
      location: dataset("dorsal cortex"),
      origin_coords: dataset(Float64Array.of(0, 0), { attributes: { unit: "meters" } }),
    },
  );
}
