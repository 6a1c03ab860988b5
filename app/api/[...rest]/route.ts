const nowhere = () => Response.json({ status: 404, title: "Nothing is here" }, { status: 404, headers: PROBLEM })
const PROBLEM = { "Content-Type": "application/problem+json", "Cache-Control": "no-store" }

export { nowhere as DELETE, nowhere as GET, nowhere as PATCH, nowhere as POST, nowhere as PUT }
