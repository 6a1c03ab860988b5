import { z } from "zod"
import { FORMATS, type Format, fileAddress, type PictureSize, pictureFile, share, widthsUpTo } from "./pictures"

/** The ratios in which cards show a picture, and the widths that are made of each. */
export const CROPS = {
  "1x1": { across: 1, down: 1, widths: [240, 480] },
  "4x3": { across: 4, down: 3, widths: [240, 480, 768] },
  "16x9": { across: 16, down: 9, widths: [480, 768, 1200, 1600] },
} as const
export type Crop = keyof typeof CROPS
export const CROP_NAMES = Object.keys(CROPS) as Crop[]

type Ratio = { across: number; down: number }
type Size = Pick<PictureSize, "width" | "height">

/** What has to stay in sight: 0 to 1 from the left, and from the top. */
export const focalPoint = z.strictObject({ focalX: share, focalY: share })
export type FocalPoint = z.infer<typeof focalPoint>

export const MIDDLE: FocalPoint = { focalX: 0.5, focalY: 0.5 }

/** The focal point as a part of file names, in hundredths: another point means other files. */
export const markOf = ({ focalX, focalY }: FocalPoint) => hundredths(focalX) + hundredths(focalY)

/** The same in words. */
export const wordsOfPoint = ({ focalX, focalY }: FocalPoint) =>
  `${Math.round(focalX * 100)} % from the left, ${Math.round(focalY * 100)} % from the top`

const hundredths = (share: number) => String(Math.round(share * 100)).padStart(3, "0")

/** The largest piece of a picture in this ratio, with the focal point as near to its middle as the edges allow. */
export function cropBox(size: Size, crop: Crop, point: FocalPoint) {
  return boxAround(size, CROPS[crop], point)
}

/** The same in any ratio. */
export function boxAround({ width, height }: Size, { across, down }: Ratio, { focalX, focalY }: FocalPoint) {
  const wide = Math.min(width, Math.round((height * across) / down))
  const high = Math.min(height, Math.round((width * down) / across))
  return { left: startOf(focalX, width, wide), top: startOf(focalY, height, high), width: wide, height: high }
}

const startOf = (share: number, whole: number, piece: number) =>
  Math.round(Math.min(Math.max(share * whole - piece / 2, 0), whole - piece))

/** The sizes that exist of a crop, ascending: none is larger than the picture gives. */
export function cropSizes(size: Size, crop: Crop): Size[] {
  const { across, down, widths } = CROPS[crop]
  const { width } = cropBox(size, crop, MIDDLE)
  return widthsUpTo(width, widths).map((one) => ({ width: one, height: Math.round((one * down) / across) }))
}

export const cropFile = (id: string, crop: Crop, mark: string, width: number, format: Format) =>
  `${id}-${crop}-${mark}-${width}.${format}`

/** The value of `srcset` for a crop of a picture that has crops. */
export const cropSrcSet = (picture: PictureSize, crop: Crop, format: Format) =>
  cropSizes(picture, crop)
    .map(({ width }) => `${fileAddress(cropFile(picture.id, crop, picture.crops, width, format))} ${width}w`)
    .join(", ")

/** The largest file of a crop, and its size. */
export function largestCrop(picture: PictureSize, crop: Crop, format: Format) {
  const { width, height } = cropSizes(picture, crop).at(-1) ?? picture
  return { address: fileAddress(cropFile(picture.id, crop, picture.crops, width, format)), width, height }
}

/** The names of all files that a picture has, as its row tells. */
export function filesOfPicture(picture: PictureSize): string[] {
  const { id, widths, avif, crops } = picture
  const formats: Format[] = avif ? ["webp", "jpg", "avif"] : ["webp", "jpg"]
  const whole = widths.flatMap((width) => formats.map((format) => pictureFile(id, width, format)))
  const cropped = CROP_NAMES.flatMap((crop) =>
    cropSizes(picture, crop).flatMap(({ width }) =>
      (Object.keys(FORMATS) as Format[]).map((format) => cropFile(id, crop, crops, width, format)),
    ),
  )
  return crops ? [...whole, ...cropped] : whole
}

const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
const FILE = new RegExp(
  `^${UUID}(?:-(?:${CROP_NAMES.join("|")})-[01]\\d\\d[01]\\d\\d)?-[1-9]\\d{0,3}\\.(${Object.keys(FORMATS).join("|")})$`,
)

/** Is this the name of a picture's file, and of which format? Anything else never reaches the disk. */
export function formatOfFile(name: string): Format | null {
  const match = FILE.exec(name)
  return match && !name.endsWith("\n") ? (match[1] as Format) : null
}

/** The id of the picture whose file has this name; null: it is no name of one. */
export const pictureOfFile = (name: string): string | null => (formatOfFile(name) ? name.slice(0, 36) : null)

/** Is this a file of crops of this picture that nobody is told of any more? */
export const isOldCrop = (name: string, id: string, marks: readonly string[]) => {
  const match = new RegExp(`^${id}-\\d+x\\d+-(\\d{6})-`).exec(name)
  return !!match?.[1] && !marks.includes(match[1])
}
