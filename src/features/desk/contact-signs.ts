/** What a phone number may be made of. */
export const phoneNumber = /^\+?[\d\s./()-]{8,24}$/;
/** What looks like an e-mail address. */
export const mailAddress = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]{2,}$/;
