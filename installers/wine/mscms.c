/* Only for the test under Wine, whose mscms.dll lacks a part: no screen has a colour profile. */
#define EXPORT __declspec(dllexport)
typedef unsigned long number;

EXPORT int __stdcall CloseColorProfile(void *profile) { (void)profile; return 1; }
EXPORT void *__stdcall OpenColorProfileW(void *profile, number access, number share, number mode) {
    (void)profile; (void)access; (void)share; (void)mode;
    return 0;
}
EXPORT void *__stdcall WcsOpenColorProfileW(void *colour, void *gamut, void *unused, number access,
                                            number share, number mode, number flags) {
    (void)colour; (void)gamut; (void)unused; (void)access; (void)share; (void)mode; (void)flags;
    return 0;
}
EXPORT void *__stdcall WcsCreateIccProfile(void *profile, number flags) {
    (void)profile; (void)flags;
    return 0;
}
EXPORT int __stdcall GetColorProfileFromHandle(void *profile, void *bytes, number *size) {
    (void)profile; (void)bytes; (void)size;
    return 0;
}
