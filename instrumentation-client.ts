import { waitForScreens } from "./components/ui/patient"

waitForScreens()
