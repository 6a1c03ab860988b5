import "next-auth"
import "next-auth/jwt"
import type { Person } from "./people"

declare module "next-auth" {
  interface User {
    id: string
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    secret?: string
    person?: Person
  }
}
