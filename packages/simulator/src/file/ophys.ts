import { dataset, group, reference, softLink, type Hdf5Group } from "@braidyn/nwb/write";
import type { SimulatedSession } from "../session.ts";
import { regions } from "../regions.ts";
import { planes } from "./general.ts";
import type { NwbMaker } from "./nwb.ts";

const segmentation = "/processing/ophys/ImageSegmentation";
const dfOverF = "/processing/ophys/DfOverF";

/** `/processing/ophys`: dF/F and the regions' masks. */
export function ophys(make: NwbMaker, session: SimulatedSession): Hdf5Group {
  const { dff, time } = session;
  const shape = [time.length, regions.length];
  const response = (
    values: Float64Array,
    description: string,
    rois: ReturnType<typeof softLink> | ReturnType<typeof roisOf>,
  ): Hdf5Group =>
    make.series({
      type: "RoiResponseSeries",
      description,
      data: dataset(values, { shape }),
      timestamps: time,
      extra: { rois },
    });
  const mean = "dF/F responses (mean over each ROI mask) being calculated from the frames with";
  return make.group(
    "ProcessingModule",
    { description: "optical physiology processed data" },
    {
      DfOverF: make.group(
        "DfOverF",
        {},
        {
          dFF: response(
            dff.dFF,
            "hemodynamics-corrected dF/F calcium responses",
            softLink(`${dfOverF}/dFF_B/rois`),
          ),
          dFF_B: response(dff.dFF_B, `${mean} 473 nm excitation`, roisOf(make, "ROIs", 473)),
          dFF_V: response(dff.dFF_V, `${mean} 405 nm excitation`, roisOf(make, "ROIs_V", 405)),
        },
      ),
      ImageSegmentation: make.group(
        "ImageSegmentation",
        {},
        {
          ROIs: masksOf(make, session, planes.blue),
          ROIs_V: masksOf(make, session, planes.UV),
        },
      ),
    },
  );
}

function roisOf(make: NwbMaker, table: string, nanometres: number): ReturnType<typeof dataset> {
  return make.dataset(
    "DynamicTableRegion",
    {
      description: `wide-field calcium imaging, with ${nanometres} nm excitation`,
      table: reference(`${segmentation}/${table}`),
    },
    dataset(BigInt64Array.from(regions, (_, region) => BigInt(region))),
  );
}

function masksOf(make: NwbMaker, { masks }: SimulatedSession, plane: string): Hdf5Group {
  const shape = [regions.length, masks.size, masks.size];
  // Both tables carry this description in the dataset.
  const description =
    "ROIs based on Allen CCF, estimated using the mesoscaler algorithm, in the frames with 473 nm excitation";
  return make.table(
    "PlaneSegmentation",
    description,
    {
      roi_name: { description: "name of the ROIs", values: dataset(regions.map(({ name }) => name)) },
      roi_description: {
        description: "description of the ROIs",
        values: dataset(regions.map(({ description }) => description)),
      },
      image_mask: {
        description: "Image masks for each ROI",
        values: dataset(masks.data, { shape, boolean: true }),
      },
    },
    { imaging_plane: softLink(plane), reference_images: group() },
  );
}
