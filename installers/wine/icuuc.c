/* Only for the test under Wine, which has no icuuc.dll: no converter can be opened. */
#define EXPORT __declspec(dllexport)

enum { UNSUPPORTED = 16 };

static void *refuse(int *error) {
    if (error) *error = UNSUPPORTED;
    return 0;
}

EXPORT void *ucnv_open(const char *name, int *error) { (void)name; return refuse(error); }
EXPORT void ucnv_close(void *converter) { (void)converter; }
EXPORT void ucnv_reset(void *converter) { (void)converter; }
EXPORT signed char ucnv_getMaxCharSize(void *converter) { (void)converter; return 1; }
EXPORT const char *ucnv_getName(void *converter, int *error) { (void)converter; return refuse(error); }
EXPORT const char *ucnv_getStandardName(const char *name, const char *standard, int *error) {
    (void)name; (void)standard;
    return refuse(error);
}
EXPORT const char *ucnv_getAvailableName(int number) { (void)number; return 0; }
EXPORT int ucnv_countAvailable(void) { return 0; }
EXPORT int ucnv_toUCountPending(void *converter, int *error) { (void)converter; (void)error; return 0; }
EXPORT int ucnv_fromUCountPending(void *converter, int *error) { (void)converter; (void)error; return 0; }
EXPORT void ucnv_getToUCallBack(void) {}
EXPORT void ucnv_getFromUCallBack(void) {}
EXPORT void ucnv_setToUCallBack(void) {}
EXPORT void ucnv_setFromUCallBack(void) {}
EXPORT void ucnv_cbToUWriteUChars(void) {}
EXPORT void ucnv_cbFromUWriteUChars(void) {}
EXPORT void ucnv_toUnicode(void) {}
EXPORT void ucnv_fromUnicode(void) {}
EXPORT void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
EXPORT void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
