/** A refusal in the envelope of RFC 7644, section 3.12. */
export class ScimError extends Error {
  constructor(status, scimType, detail) {
    super(detail);
    this.status = status;
    this.body = {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
      status: String(status),
      ...(scimType && { scimType }),
      detail,
    };
  }
}
