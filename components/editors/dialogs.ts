"use client"

import { later } from "@/components/ui/later"

// What is asked for now and then is fetched then, so that the text can be written in sooner.

const BEGINS_IN_A_FIELD = true

export const ActDialog = later(() => import("./act-dialog").then((file) => file.ActDialog), BEGINS_IN_A_FIELD)
export const EmbedDialog = later(() => import("./embed-dialog").then((file) => file.EmbedDialog), BEGINS_IN_A_FIELD)
export const FocalPointDialog = later(() => import("./focal-point-dialog").then((file) => file.FocalPointDialog))
export const LinkDialog = later(() => import("./link-dialog").then((file) => file.LinkDialog), BEGINS_IN_A_FIELD)
export const OutsideLinkDialog = later(
  () => import("./outside-link-dialog").then((file) => file.OutsideLinkDialog),
  BEGINS_IN_A_FIELD,
)
export const PictureDialog = later(
  () => import("./picture-dialog").then((file) => file.PictureDialog),
  BEGINS_IN_A_FIELD,
)
export const StoryDialog = later(() => import("./story-dialog").then((file) => file.StoryDialog), BEGINS_IN_A_FIELD)
export const WireDialog = later(() => import("./wire-dialog").then((file) => file.WireDialog), BEGINS_IN_A_FIELD)
export const FindPanel = later(() => import("./find-panel").then((file) => file.FindPanel), BEGINS_IN_A_FIELD)
export const PreviewPanel = later(() => import("./preview-panel").then((file) => file.PreviewPanel))
export const PreviewLinks = later(() => import("./preview-links").then((file) => file.PreviewLinks))
export const KeysDialog = later(() => import("./keys-dialog").then((file) => file.KeysDialog))
export const FindingsList = later(() => import("./findings-list").then((file) => file.FindingsList))
