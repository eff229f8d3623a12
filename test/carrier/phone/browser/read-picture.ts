// A chosen file as the carrier takes it.

export async function readPicture(file: File): Promise<{ contentType: string; base64: string }> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(typeof reader.result === "string" ? reader.result : ""));
    reader.addEventListener("error", () => reject(new Error("The file cannot be read.")));
    reader.readAsDataURL(file);
  });
  return { contentType: file.type, base64: url.slice(url.indexOf(",") + 1) };
}
