import java.io.File;
import java.io.FileInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Scanner;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Developer;
import org.apache.maven.model.License;
import org.apache.maven.model.Model;
import org.apache.maven.model.Parent;
import org.apache.maven.model.Repository;
import org.apache.maven.model.Scm;
import org.apache.maven.model.building.DefaultModelBuilderFactory;
import org.apache.maven.model.building.DefaultModelBuildingRequest;
import org.apache.maven.model.building.ModelBuildingException;
import org.apache.maven.model.building.ModelBuildingRequest;
import org.apache.maven.model.building.ModelSource;
import org.apache.maven.model.resolution.ModelResolver;
import org.apache.maven.model.resolution.UnresolvableModelException;

/** Maven's effective POMs: for each artifactId on standard input, of g:artifactId:1 in the folder, one line of values with tabs between. */
public class EffectivePoms {
  public static void main(String[] arguments) {
    Folder folder = new Folder(new File(arguments[0]));
    for (Scanner input = new Scanner(System.in); input.hasNextLine(); ) System.out.println(describe(folder, input.nextLine()));
  }

  private static String describe(Folder folder, String artifactId) {
    try {
      DefaultModelBuildingRequest request = new DefaultModelBuildingRequest();
      request.setModelSource(folder.find(artifactId));
      request.setModelResolver(folder);
      request.setValidationLevel(ModelBuildingRequest.VALIDATION_LEVEL_MINIMAL);
      request.setSystemProperties(new Properties());
      Model model = new DefaultModelBuilderFactory().newInstance().build(request).getEffectiveModel();
      List<String> values = new ArrayList<>(List.of(model.getId(), text(model.getName()), text(model.getDescription()), text(model.getUrl())));
      Scm scm = model.getScm() == null ? new Scm() : model.getScm();
      values.addAll(List.of(text(scm.getUrl()), text(scm.getConnection()), text(scm.getDeveloperConnection())));
      for (License license : model.getLicenses()) values.add("license " + text(license.getName()) + " " + text(license.getUrl()));
      for (Developer developer : model.getDevelopers()) values.add("developer " + text(developer.getName()));
      for (Dependency dependency : model.getDependencies()) values.add(dependency.getManagementKey() + "=" + text(dependency.getVersion()));
      if (model.getDependencyManagement() != null) {
        for (Dependency dependency : model.getDependencyManagement().getDependencies()) {
          values.add("managed " + dependency.getManagementKey() + "=" + text(dependency.getVersion()));
        }
      }
      return String.join("\t", values);
    } catch (ModelBuildingException | UnresolvableModelException error) {
      return "error";
    }
  }

  private static String text(String value) {
    return value == null ? "-" : value;
  }

  private static class Folder implements ModelResolver {
    private final File root;

    Folder(File root) {
      this.root = root;
    }

    ModelSource find(String artifactId) throws UnresolvableModelException {
      File file = new File(root, artifactId + ".pom");
      if (!file.exists()) throw new UnresolvableModelException("missing", "g", artifactId, "1");
      return new ModelSource() {
        @Override
        public InputStream getInputStream() throws java.io.IOException {
          return new FileInputStream(file);
        }

        @Override
        public String getLocation() {
          return file.getPath();
        }
      };
    }

    @Override
    public ModelSource resolveModel(String groupId, String artifactId, String version) throws UnresolvableModelException {
      return find(artifactId);
    }

    @Override
    public ModelSource resolveModel(Parent parent) throws UnresolvableModelException {
      return find(parent.getArtifactId());
    }

    @Override
    public ModelSource resolveModel(Dependency dependency) throws UnresolvableModelException {
      return find(dependency.getArtifactId());
    }

    @Override
    public void addRepository(Repository repository) {}

    @Override
    public void addRepository(Repository repository, boolean replace) {}

    @Override
    public ModelResolver newCopy() {
      return this;
    }
  }
}
